import { createApp } from 'vue';
import Upgrade from './Upgrade.vue';

createApp(Upgrade).mount('#app');
